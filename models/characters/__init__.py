"""Small character-level language models: training, quantisation and export."""
