//! What queries mean.
