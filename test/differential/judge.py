#!/usr/bin/python3
"""
judge.py: verdicts of python-stdnum on values, for compare.js

Reads CLASS<TAB>VALUE lines and prints 1 or 0 for each; with --classes it prints
the classes that it knows instead.  Modules that the version at hand lacks are left
out.  It is Debian's package python3-stdnum, so the python is Debian's.
"""
import importlib
import sys

# class: modules of stdnum, of which one has to accept
MODULES = {
    'us_ssn': ['us.ssn'], 'us_itin': ['us.itin'], 'us_ein': ['us.ein'], 'us_aba': ['us.rtn'],
    'nl_bsn': ['nl.bsn'], 'nl_id_document': ['nl.identiteitskaartnummer'],
    'se_personnummer': ['se.personnummer'], 'no_fodselsnummer': ['no.fodselsnummer'],
    'dk_cpr': ['dk.cpr'], 'fi_hetu': ['fi.hetu'], 'is_kennitala': ['is_.kennitala'],
    'de_steuer_id': ['de.idnr'], 'de_steuernummer': ['de.stnr'], 'at_svnr': ['at.vnr'],
    'ch_ahv': ['ch.ssn'], 'fr_nir': ['fr.nir'], 'fr_spi': ['fr.nif'], 'be_nrn': ['be.nn', 'be.bis'],
    'es_dni': ['es.dni', 'es.nif'], 'es_nie': ['es.nie'], 'pt_nif': ['pt.nif'], 'pt_cc': ['pt.cc'],
    'it_codice_fiscale': ['it.codicefiscale'], 'gr_amka': ['gr.amka'], 'gr_afm': ['gr.vat'],
    'ie_pps': ['ie.pps'], 'gb_nhs': ['gb.nhs'], 'gb_utr': ['gb.utr'], 'pl_pesel': ['pl.pesel'],
    'pl_nip': ['pl.nip'], 'cz_rodne_cislo': ['cz.rc'], 'ro_cnp': ['ro.cnp'], 'bg_egn': ['bg.egn'],
    'hr_oib': ['hr.oib'], 'jmbg': ['si.emso'], 'ee_isikukood': ['ee.ik', 'lt.asmens'],
    'lv_personas_kods': ['lv.pvn'], 'ua_rnokpp': ['ua.rntrc'], 'ru_inn': ['ru.inn'],
    'tr_tckn': ['tr.tckimlik'], 'il_id': ['il.idnr'], 'in_aadhaar': ['in_.aadhaar'],
    'in_pan': ['in_.pan'], 'in_epic': ['in_.epic'], 'cn_ric': ['cn.ric'], 'kr_rrn': ['kr.rrn'],
    'jp_my_number': ['jp.in_'], 'id_nik': ['id.nik'], 'my_nric': ['my.nric'], 'th_id': ['th.pin'],
    'pk_cnic': ['pk.cnic'], 'au_tfn': ['au.tfn'], 'nz_ird': ['nz.ird'], 'ca_sin': ['ca.sin'],
    'br_cpf': ['br.cpf'], 'mx_curp': ['mx.curp'], 'mx_rfc': ['mx.rfc'], 'ar_cuit': ['ar.cuit'],
    'cl_rut': ['cl.rut'], 'co_nit': ['co.nit'], 'pe_dni': ['pe.cui'], 'ec_ci': ['ec.ci'],
    'do_cedula': ['do.cedula'], 'za_id': ['za.idnr'],
    'vat_id': ['eu.vat', 'vatin'], 'iban': ['iban'], 'bic': ['bic'],
    'org_number': ['au.abn', 'au.acn', 'be.vat', 'br.cnpj', 'ch.uid', 'cn.uscc', 'dk.cvr', 'es.cif', 'fi.ytunnus',
                   'fr.siren', 'fr.siret', 'it.iva', 'jp.cn', 'no.orgnr', 'pl.regon', 'se.orgnr', 'sg.uen'],
    'crypto_wallet': ['bitcoin'], 'imei': ['imei'], 'meid': ['meid'],
}


def load(names):
    modules = []
    for name in names:
        try:
            modules.append(importlib.import_module('stdnum.' + name))
        except ImportError:
            pass
    return modules


def main():
    judges = {name: load(modules) for name, modules in MODULES.items()}
    judges = {name: modules for name, modules in judges.items() if modules}
    if sys.argv[1:] == ['--classes']:
        print('\n'.join(judges))
        return
    for line in sys.stdin:
        name, value = line.rstrip('\n').split('\t', 1)
        print(1 if any(module.is_valid(value) for module in judges[name]) else 0)


main()
