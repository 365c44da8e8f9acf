-- complain if script is sourced in psql, rather than via CREATE EXTENSION
\echo Use "CREATE EXTENSION breachvalue" to load this file. \quit

-- every name below is written in full; nothing may be found by way of the caller's path
SET LOCAL search_path TO pg_catalog, pg_temp;

GRANT USAGE ON SCHEMA breachvalue TO PUBLIC;

