/* own_function.c: calling functions of the extension by name */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/dependency.h"
#include "catalog/namespace.h"
#include "catalog/pg_proc.h"
#include "commands/extension.h"
#include "utils/builtins.h"
#include "utils/catcache.h"
#include "utils/syscache.h"

#include "compat.h"
#include "own_function.h"

const char *
bv_own_function(const char *name)
{
	Oid			schema = get_namespace_oid("breachvalue", false);
	Oid			extension = get_extension_oid("breachvalue", false);
	CatCList   *functions = SearchSysCacheList1(PROCNAMEARGSNSP, CStringGetDatum(name));
	bool		is_ours = true;

	for (int i = 0; i < functions->n_members; i++)
	{
		Form_pg_proc function = (Form_pg_proc) GETSTRUCT(&functions->members[i]->tuple);

		if (function->pronamespace == schema &&
			getExtensionOfObject(ProcedureRelationId, function->oid) != extension)
			is_ours = false;
	}
	ReleaseSysCacheList(functions);
	if (!is_ours)
		ereport(ERROR,
				(errcode(ERRCODE_AMBIGUOUS_FUNCTION),
				 errmsg("function breachvalue.%s() has a namesake that is not of the extension", name),
				 errhint("Drop the function that was put beside it.")));
	return quote_qualified_identifier("breachvalue", name);
}
