"""The next-purchase model of Carta (2021) in Keras 3; it runs on JAX, TensorFlow or PyTorch."""

import keras
from keras import layers, ops

BUCKETS = 100  # of recency; 0 is padding


def build_model(items, length=20, item_width=64, day_width=16, units=128, dropout=0.2, rate=1e-3):
    """Scores (B, T, items + 1) of the next item after each purchase; id 0 is padding."""
    item_id = keras.Input((length,), dtype="int32", name="item_id")  # (B, T)
    nb_days = keras.Input((length,), dtype="int32", name="nb_days")  # (B, T)
    X = layers.Concatenate(name="purchases")(
        [
            layers.Embedding(items + 1, item_width, mask_zero=True)(item_id),
            layers.Embedding(BUCKETS + 1, day_width, mask_zero=True)(nb_days),
        ]
    )  # (B, T, item_width + day_width), masked where either id is 0
    X = layers.LayerNormalization()(X)
    H = layers.LSTM(units, return_sequences=True, recurrent_dropout=dropout)(X)  # (B, T, units)
    H = layers.LayerNormalization()(H)
    C = layers.Attention(use_scale=True, name="attention")([H, H], use_causal_mask=True)
    logits = layers.Dense(items + 1, name="scores")(layers.Concatenate()([H, C]))
    model = keras.Model({"item_id": item_id, "nb_days": nb_days}, logits)
    model.compile(optimizer=keras.optimizers.Adam(rate), loss=masked_loss)
    return model


def masked_loss(target, logits):
    """Mean cross entropy over the positions whose target is not padding."""
    loss = keras.losses.sparse_categorical_crossentropy(target, logits, from_logits=True)  # (B, T)
    mask = ops.cast(ops.not_equal(target, 0), loss.dtype)
    return ops.sum(loss * mask) / ops.maximum(ops.sum(mask), 1)


def recommend(model, item_id, nb_days, left_out=(), count=5):
    """The `count` best next items, without padding, the item just bought and what is left out."""
    scores = ops.convert_to_numpy(model({"item_id": item_id, "nb_days": nb_days}))[:, -1]
    for row, bought in zip(scores, item_id):
        row[[0, bought[-1], *left_out]] = -float("inf")
    return (-scores).argsort(axis=1)[:, :count]
