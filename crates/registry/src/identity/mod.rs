//! Accounts, roles and sessions: who may sign in and what follows from it.
