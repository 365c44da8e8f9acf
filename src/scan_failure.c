/*
 * scan_failure.c: rows that cannot be read do not end a scan
 *
 * A view may divide by zero, a server be down, a function be gone.  PostgreSQL's
 * own message may hold a value of the rows, so what is told is the condition
 * alone.
 */
#include "postgres.h"

#include "access/xact.h"
#include "utils/memutils.h"
#include "utils/resowner.h"

#include "scan.h"

/* Conditions that reading rows meets, and below them whole classes, as PostgreSQL names them. */
typedef struct Condition
{
	int			code;
	const char *name;
} Condition;

static const Condition conditions[] = {
	{ERRCODE_CARDINALITY_VIOLATION, "cardinality_violation"},
	{ERRCODE_CHARACTER_NOT_IN_REPERTOIRE, "character_not_in_repertoire"},
	{ERRCODE_DATA_CORRUPTED, "data_corrupted"},
	{ERRCODE_DATETIME_FIELD_OVERFLOW, "datetime_field_overflow"},
	{ERRCODE_DIVISION_BY_ZERO, "division_by_zero"},
	{ERRCODE_INDEX_CORRUPTED, "index_corrupted"},
	{ERRCODE_INSUFFICIENT_PRIVILEGE, "insufficient_privilege"},
	{ERRCODE_INTERNAL_ERROR, "internal_error"},
	{ERRCODE_INVALID_DATETIME_FORMAT, "invalid_datetime_format"},
	{ERRCODE_INVALID_PARAMETER_VALUE, "invalid_parameter_value"},
	{ERRCODE_INVALID_TEXT_REPRESENTATION, "invalid_text_representation"},
	{ERRCODE_IO_ERROR, "io_error"},
	{ERRCODE_LOCK_NOT_AVAILABLE, "lock_not_available"},
	{ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE, "numeric_value_out_of_range"},
	{ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE, "object_not_in_prerequisite_state"},
	{ERRCODE_RAISE_EXCEPTION, "raise_exception"},
	{ERRCODE_READ_ONLY_SQL_TRANSACTION, "read_only_sql_transaction"},
	{ERRCODE_S_R_E_PROHIBITED_SQL_STATEMENT_ATTEMPTED, "prohibited_sql_statement_attempted"},
	{ERRCODE_SQLCLIENT_UNABLE_TO_ESTABLISH_SQLCONNECTION,
	"sqlclient_unable_to_establish_sqlconnection"},
	{ERRCODE_STATEMENT_TOO_COMPLEX, "statement_too_complex"},
	{ERRCODE_UNDEFINED_COLUMN, "undefined_column"},
	{ERRCODE_UNDEFINED_FILE, "undefined_file"},
	{ERRCODE_UNDEFINED_FUNCTION, "undefined_function"},
	{ERRCODE_UNDEFINED_OBJECT, "undefined_object"},
	{ERRCODE_UNDEFINED_TABLE, "undefined_table"},
	{ERRCODE_UNTRANSLATABLE_CHARACTER, "untranslatable_character"},

	{ERRCODE_CONNECTION_EXCEPTION, "connection_exception"},
	{ERRCODE_DATA_EXCEPTION, "data_exception"},
	{ERRCODE_FDW_ERROR, "fdw_error"},
	{ERRCODE_FEATURE_NOT_SUPPORTED, "feature_not_supported"},
	{ERRCODE_PLPGSQL_ERROR, "plpgsql_error"},
	{ERRCODE_PROGRAM_LIMIT_EXCEEDED, "program_limit_exceeded"},
	{ERRCODE_SYNTAX_ERROR_OR_ACCESS_RULE_VIOLATION, "syntax_error_or_access_rule_violation"},
	{ERRCODE_SYSTEM_ERROR, "system_error"},
};

static const char *
condition_name(int code)
{
	for (int i = 0; i < lengthof(conditions); i++)
	{
		if (conditions[i].code == code)
			return conditions[i].name;
	}
	return code == ERRCODE_TO_CATEGORY(code) ? NULL : condition_name(ERRCODE_TO_CATEGORY(code));
}

/*
 * Is it for the whole scan?  Whoever cancels means all of it; what has run full
 * stays full; and a transaction that is to be repeated is to be from its start.
 */
static bool
ends_scan(int code)
{
	switch (ERRCODE_TO_CATEGORY(code))
	{
		case ERRCODE_OPERATOR_INTERVENTION:
		case ERRCODE_INSUFFICIENT_RESOURCES:
		case ERRCODE_TRANSACTION_ROLLBACK:
			return true;
		default:
			return false;
	}
}

static void
note_failure(BvScan *scan, int code)
{
	const char *name = condition_name(code);
	char	   *failure = psprintf("SQLSTATE %s%s%s", unpack_sql_state(code),
								   name != NULL ? ", " : "", name != NULL ? name : "");

	for (int i = 0; i < scan->count; i++)
	{
		BvScanColumn *column = &scan->columns[i];

		if (!column->wanted)
			continue;
		column->unseen = BV_UNSEEN_ERROR;
		column->profile = NULL;
		column->estimated = false;
		column->parts = NIL;
		column->judged = false;
		column->failure = failure;
	}
}

/*
 * The subtransaction is always rolled back, since it has written nothing: that
 * gives up its locks.  Those on all tables of a large schema and their indexes
 * would not fit into the lock table.
 */
void
bv_scan_try_rows(BvScan *scan)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	PG_TRY();
	{
		bv_scan_rows(scan);
		RollbackAndReleaseCurrentSubTransaction();
		MemoryContextSwitchTo(context);
		CurrentResourceOwner = owner;
	}
	PG_CATCH();
	{
		ErrorData  *error;

		MemoryContextSwitchTo(context);
		error = CopyErrorData();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
		MemoryContextSwitchTo(context);
		CurrentResourceOwner = owner;
		if (ends_scan(error->sqlerrcode))
			ReThrowError(error);
		note_failure(scan, error->sqlerrcode);
		FreeErrorData(error);
	}
	PG_END_TRY();
}
