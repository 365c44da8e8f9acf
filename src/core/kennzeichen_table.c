/*
 * kennzeichen_table.c: the districts that German plates begin with
 *
 * Those of the Kraftfahrt-Bundesamt's list, the ones that run out but are still on
 * cars among them, and those of the federation and the states.  In order of bytes,
 * with [ \ and ] for the three vowels with dots, as in DIN 66003.
 */
#include "kennzeichen_table.h"

#include "array.h"

const char bv_kennzeichen_districts[][4] = {
	"A", "AA", "AB", "ABG", "ABI", "AC", "AE", "AH", "AIB", "AIC", "AK", "AL", "ALF", "ALS", "ALZ",
	"AM", "AN", "ANA", "ANG", "ANK", "AP", "APD", "AR", "ARN", "ART", "AS", "ASD", "ASL", "ASZ",
	"AT", "AU", "AUR", "AW", "AZ", "AZE", "A\\", "B", "BA", "BAD", "BAR", "BB", "BBG", "BBL", "BC",
	"BCH", "BD", "BE", "BED", "BEI", "BEL", "BER", "BF", "BG", "BGD", "BGL", "BH", "BI", "BID",
	"BIN", "BIR", "BIT", "BIW", "BK", "BKS", "BL", "BLB", "BLK", "BM", "BN", "BNA", "BO", "BOG",
	"BOH", "BOR", "BOT", "BP", "BR", "BRA", "BRB", "BRG", "BRI", "BRK", "BRL", "BRV", "BS", "BSB",
	"BSK", "BT", "BTF", "BU", "BUL", "BUR", "BW", "BWL", "BYL", "BZ", "BZA", "B\\", "B]D", "B]R",
	"B]S", "B]Z", "C", "CA", "CAS", "CB", "CE", "CHA", "CHL", "CLP", "CLZ", "CO", "COC", "COE",
	"CR", "CT", "CUX", "CW", "D", "DA", "DAH", "DAN", "DAU", "DB", "DBR", "DD", "DE", "DEG", "DEL",
	"DG", "DGF", "DH", "DI", "DIL", "DIN", "DIZ", "DKB", "DL", "DLG", "DM", "DN", "DO", "DON",
	"DS", "DT", "DU", "DUD", "DW", "DZ", "D]W", "E", "EA", "EB", "EBE", "EBN", "EBS", "ECK", "ED",
	"EE", "EF", "EG", "EH", "EHI", "EI", "EIC", "EIH", "EIL", "EIN", "EIS", "EL", "EM", "EMD",
	"EMS", "EN", "ER", "ERB", "ERH", "ERK", "ERZ", "ES", "ESA", "ESB", "ESW", "EU", "EUT", "EW",
	"F", "FAL", "FB", "FD", "FDB", "FDS", "FEU", "FF", "FFB", "FG", "FH", "FI", "FKB", "FL",
	"FL\\", "FN", "FO", "FOR", "FR", "FRG", "FRI", "FRW", "FS", "FT", "FTL", "FW", "FZ", "F]",
	"F]S", "G", "GA", "GAN", "GAP", "GC", "GD", "GDB", "GE", "GEL", "GEM", "GEO", "GER", "GF",
	"GG", "GHA", "GHC", "GI", "GK", "GL", "GLA", "GM", "GMN", "GN", "GNT", "GOA", "GOH", "GP",
	"GR", "GRA", "GRH", "GRI", "GRM", "GRS", "GRZ", "GS", "GT", "GTH", "GUB", "GUN", "GV", "GVM",
	"GW", "GZ", "G\\", "G]", "H", "HA", "HAB", "HAL", "HAM", "HAS", "HB", "HBN", "HBS", "HC",
	"HCH", "HD", "HDH", "HDL", "HE", "HEB", "HEF", "HEI", "HEL", "HER", "HET", "HF", "HG", "HGN",
	"HGW", "HH", "HHM", "HI", "HIG", "HIP", "HK", "HL", "HM", "HMU", "HM]", "HN", "HO", "HOG",
	"HOH", "HOL", "HOM", "HOR", "HOT", "HP", "HR", "HRO", "HS", "HSK", "HST", "HU", "HUS", "HV",
	"HVL", "HW", "HWI", "HX", "HY", "HZ", "H\\S", "H]N", "IGB", "IK", "IL", "ILL", "IN", "IS",
	"IZ", "J", "JB", "JE", "JEV", "JL", "J]L", "K", "KA", "KAR", "KB", "KC", "KE", "KEH", "KEL",
	"KEM", "KF", "KG", "KH", "KI", "KIB", "KK", "KL", "KLE", "KLT", "KLZ", "KM", "KN", "KO", "KOZ",
	"KR", "KRU", "KS", "KT", "KU", "KUS", "KW", "KY", "KYF", "K\\N", "K\\T", "K\\Z", "K]N", "L",
	"LA", "LAN", "LAT", "LAU", "LB", "LBS", "LBZ", "LC", "LD", "LDK", "LDS", "LE", "LEO", "LER",
	"LEV", "LF", "LG", "LH", "LI", "LIB", "LIF", "LIN", "LIP", "LK", "LL", "LM", "LN", "LOH",
	"LOS", "LP", "LR", "LRO", "LS", "LSA", "LSN", "LSZ", "LU", "LUK", "LUP", "LWL", "L\\", "L\\B",
	"L]D", "L]N", "M", "MA", "MAB", "MAI", "MAK", "MAL", "MAR", "MB", "MC", "MD", "ME", "MED",
	"MEG", "MEI", "MEK", "MEL", "MEP", "MER", "MES", "MET", "MG", "MGH", "MGN", "MH", "MHL", "MI",
	"MIL", "MK", "MKK", "ML", "MM", "MN", "MO", "MOD", "MOL", "MON", "MOS", "MQ", "MR", "MS",
	"MSE", "MSH", "MSP", "MST", "MT", "MTK", "MTL", "MVL", "MW", "MY", "MYK", "MZ", "MZG", "M]",
	"M]B", "M]L", "M]N", "M]R", "N", "NAB", "NAI", "NAU", "NB", "ND", "NDH", "NE", "NEA", "NEB",
	"NEC", "NEN", "NES", "NEU", "NEW", "NF", "NH", "NI", "NIB", "NK", "NL", "NM", "NMB", "NMS",
	"NOH", "NOL", "NOM", "NOR", "NP", "NR", "NRW", "NR]", "NT", "NU", "NVP", "NW", "NWM", "NY",
	"NZ", "N\\", "OA", "OAL", "OB", "OBB", "OBG", "OC", "OCH", "OD", "OE", "OF", "OG", "OH", "OHA",
	"OHV", "OHZ", "OK", "OL", "OLD", "OP", "OPR", "OR", "OS", "OSL", "OTT", "OTW", "OVI", "OVL",
	"OVP", "OZ", "P", "PA", "PAF", "PAN", "PAR", "PB", "PCH", "PE", "PEG", "PER", "PF", "PI",
	"PIR", "PK", "PL", "PL\\", "PM", "PN", "PR", "PR]", "PS", "PW", "PZ", "QFT", "QLB", "R", "RA",
	"RC", "RD", "RDG", "RE", "REG", "REH", "REI", "RG", "RH", "RI", "RID", "RIE", "RL", "RM", "RN",
	"RO", "ROD", "ROF", "ROH", "ROK", "ROL", "ROS", "ROT", "ROW", "RP", "RPL", "RS", "RSL", "RT",
	"RU", "RV", "RW", "RWL", "RY", "RZ", "R]D", "R]G", "S", "SAB", "SAD", "SAL", "SAN", "SAO",
	"SAW", "SB", "SBG", "SBK", "SC", "SCZ", "SDH", "SDL", "SDT", "SE", "SEB", "SEE", "SEF", "SEL",
	"SF", "SFA", "SFB", "SFT", "SG", "SGH", "SH", "SHA", "SHG", "SHK", "SHL", "SHS", "SI", "SIG",
	"SIM", "SK", "SL", "SLE", "SLF", "SLG", "SLK", "SLN", "SLS", "SLZ", "SL]", "SM", "SM]", "SN",
	"SNH", "SO", "SOB", "SOG", "SOK", "SOL", "SON", "SP", "SPB", "SPN", "SPR", "SR", "SRB", "SRO",
	"ST", "STA", "STB", "STD", "STE", "STH", "STL", "STO", "SU", "SUL", "SW", "SWA", "SWZ", "SY",
	"SZ", "SZB", "S[K", "S\\M", "S]W", "TBB", "TDO", "TE", "TET", "TF", "TG", "TGO", "THL", "THW",
	"TIR", "TO", "TP", "TR", "TS", "TT", "TUT", "T\\L", "T\\N", "T]", "UE", "UEM", "UER", "UFF",
	"UH", "UL", "UM", "UN", "USI", "V", "VAI", "VB", "VEC", "VER", "VG", "VIB", "VIE", "VIT", "VK",
	"VL", "VOF", "VOH", "VR", "VS", "W", "WA", "WAF", "WAK", "WAM", "WAN", "WAR", "WAT", "WB",
	"WBG", "WBS", "WD", "WDA", "WE", "WEB", "WEG", "WEI", "WEL", "WEM", "WEN", "WER", "WES", "WF",
	"WG", "WHV", "WI", "WIL", "WIS", "WIT", "WIZ", "WK", "WL", "WLG", "WM", "WMS", "WN", "WND",
	"WO", "WOB", "WOH", "WOL", "WOR", "WOS", "WR", "WRN", "WS", "WSF", "WST", "WSW", "WT", "WTL",
	"WTM", "WUG", "WUM", "WUN", "WUR", "WW", "WZ", "WZL", "W]", "W]M", "X", "Y", "Z", "ZE", "ZEL",
	"ZI", "ZIG", "ZP", "ZR", "ZS", "ZW", "ZZ", "\\HR", "]B"
};

const int	bv_kennzeichen_district_count =
	lengthof(bv_kennzeichen_districts);
