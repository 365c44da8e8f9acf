/* report.c: the report in the format asked for; its words are in SQL */
#include "postgres.h"

#include "executor/spi.h"
#include "utils/builtins.h"

#include "compat.h"

PG_FUNCTION_INFO_V1(breachvalue_report);
Datum
breachvalue_report(PG_FUNCTION_ARGS)
{
	char	   *format = text_to_cstring(PG_GETARG_TEXT_PP(0));
	text	   *report;
	Datum		result;
	bool		is_null;

	if (strcmp(format, "text") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unrecognized report format \"%s\"", format),
				 errhint("Use \"text\".")));
	if (SPI_connect() != SPI_OK_CONNECT ||
		SPI_execute("SELECT breachvalue.report_text()", true, 1) != SPI_OK_SELECT)
		elog(ERROR, "could not compose the report");
	result = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &is_null);
	if (is_null)
		elog(ERROR, "report is empty");
	report = (text *) SPI_datumTransfer(result, false, -1);
	SPI_finish();
	PG_RETURN_TEXT_P(report);
}
