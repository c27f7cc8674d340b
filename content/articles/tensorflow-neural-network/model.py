"""The 784-500-10 network in Keras 3, on TensorFlow, JAX or PyTorch. Keras 3.15: Python 3.11+."""

import keras
import numpy as np


def load_digits(path="digits.npz", share=0.7, seed=128):
    """Training and validation parts of X [N, 28, 28] uint8 and y [N]."""
    with np.load(path) as file:
        X, y = file["x"].astype("float32").reshape(-1, 784) / 255, file["y"]
    order = np.random.default_rng(seed).permutation(len(X))
    cut = int(share * len(X))
    return (X[order[:cut]], y[order[:cut]]), (X[order[cut:]], y[order[cut:]])


def build_network():
    return keras.Sequential(
        [
            keras.Input((784,)),
            keras.layers.Dense(500, activation="relu", kernel_initializer="he_normal"),
            keras.layers.Dense(10),  # logits: the loss below applies softmax
        ]
    )


def main():
    keras.utils.set_random_seed(128)
    training, validation = load_digits()
    network = build_network()
    network.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.001),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    network.summary()  # 397,510 parameters
    network.fit(*training, validation_data=validation, batch_size=128, epochs=5)
    network.save("digits.keras")
    print("prediction:", network.predict(validation[0][:1]).argmax(), "truth:", validation[1][0])


if __name__ == "__main__":
    main()
