using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>Written by a program: alerts, job failures, dumps. Evidence is counted; a writer who says "I" needs more of it.</summary>
internal static partial class MachineTrait
{
    private const int Enough = 2;
    private const int EnoughAgainstAPerson = 4;
    private const int LabelledLines = 4;

    private static readonly string[] Systems = ["nagios", "zabbix", "prtg", "datadog", "prometheus", "alertmanager", "scom ", "splunk", "solarwinds", "pagerduty", "grafana", "icinga", "veeam", "dynatrace", "sentinel incident", "control m ", "autosys", "crowdstrike", "backup exec"];
    private static readonly string[] Events = ["alert", "alarm", "job failed", "job abend", "abended", "backup failed", "backup completed", "backup job", "backup warning", "threshold", "event id", "interface", "cpu util", "cpu usage", "disk space", "heartbeat", "return code", "exit code", "snmp", "fehlgeschlagen", "schwellwert", "sicherung", "sicherungsauftrag", "umbral", "copia de seguridad", "seuil", "sauvegarde", "tarea fallida", "tache"];
    private static readonly string[] States = ["critical", "severity", "warning", "status down", "is down", "priority", "failed", "kritisch", "schweregrad", "fehler", "critico", "gravedad", "critique", "gravite", "unreachable", "recovered", "echec", "fallo", "detected"];
    private static readonly string[] Automatic = ["automated message", "automatically generated", "auto generated", "do not reply", "noreply", "no reply", "automatisch erstellt", "automatisch generiert", "nicht antworten", "generado automaticamente", "mensaje automatico", "no responda", "genere automatiquement", "message automatique", "ne pas repondre"];

    public static bool Shows(TicketText ticket)
    {
        var words = ticket.Words;
        var evidence = (words.Has(Systems) ? 1 : 0) + (words.Has(Events) ? 1 : 0) + (words.Has(States) ? 1 : 0) + (words.Has(Automatic) ? 2 : 0);
        if (ticket.Lines.Count(line => Label().IsMatch(line)) >= LabelledLines)
            evidence++;
        if (ticket.Lines.Count(line => LogLine().IsMatch(line)) >= 2)
            evidence += 2;
        return evidence >= (words.Has(CommonWords.FirstPerson) ? EnoughAgainstAPerson : Enough) && !words.Has(CommonWords.Asks);
    }

    [GeneratedRegex(@"^[\w .\-/]{1,40}\s{0,5}[:=]\s{0,5}\S", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|at [\w.$<>`]{3,120}\(|Traceback |Caused by:|\w{3} {1,2}\d{1,2} \d\d:\d\d:\d\d|(ERROR|WARN|INFO|FATAL|DEBUG)\b|0x[0-9A-Fa-f]{4})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LogLine();
}
