/* subject_kind.c: are they persons or organisations, and what is special about what is held */
#include "subject_kind.h"

BvRecordKind
bv_record_kind(const BvClassSet *classes, BvClassOfNumber class_of)
{
	BvRecordKind kind = BV_RECORD_EMPTY;

	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
	{
		const BvClass *class = class_of(n);

		/* of a class that is not known here it is not known either */
		if (class == NULL || class->subject == BV_SUBJECT_EITHER)
		{
			if (kind == BV_RECORD_EMPTY &&
				(class == NULL || class->role == BV_ROLE_DIRECT || class->role == BV_ROLE_ATTRIBUTE))
				kind = BV_RECORD_EITHER;
			continue;
		}
		if (class->role != BV_ROLE_DIRECT && class->role != BV_ROLE_ATTRIBUTE)
			continue;
		if (class->subject == BV_SUBJECT_PERSON)
			return BV_RECORD_PERSON;
		kind = BV_RECORD_ORGANISATION;
	}
	return kind;
}

BvClassSet
bv_special_classes(const BvClassSet *classes, BvSpecial article, BvClassOfNumber class_of)
{
	BvClassSet	special = {{0}};

	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
	{
		const BvClass *class = class_of(n);

		if (class != NULL && class->special == article)
			bv_class_set_add(&special, n);
	}
	return special;
}
