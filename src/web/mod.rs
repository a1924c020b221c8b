//! What crosses the boundary to JavaScript?
