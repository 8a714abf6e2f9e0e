"""Who is said to say, think or call something, in one sentence of the reporter."""
