using System.Globalization;
using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Tickets.Webhooks;

namespace HelpDesk.Simulator.Tickets.ServiceNow;

/// <summary>
/// What an incident allows: which fields a state asks for, what a write adds to the journal, how the count of changes grows, and
/// the business rule that sends a webhook after an insert or update.
/// </summary>
internal sealed class ServiceNowIncidents(ServiceNowTables tables, ServiceNowWebhook webhook, WebhookSender sender, EffectLog effects)
{
    private static readonly string[] JournalFields = ["comments", "work_notes"];
    private static readonly string[] Writable =
    [
        "short_description", "description", "state", "hold_reason", "caller_id", "assignment_group", "assigned_to", "close_code", "close_notes",
        "category", "urgency", "impact", "cmdb_ci", "correlation_id", "correlation_display", "contact_type", "opened_by", "parent_incident",
    ];

    /// <summary>A new incident.</summary>
    /// <param name="fields">As sent.</param>
    /// <param name="userName">Who creates it.</param>
    public ServiceNowRow Create(IReadOnlyDictionary<string, string> fields, string userName)
    {
        var now = tables.Now;
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["short_description"] = "", ["description"] = "", ["state"] = "1", ["incident_state"] = "1", ["priority"] = "3", ["urgency"] = "2", ["impact"] = "2",
            ["category"] = "inquiry", ["caller_id"] = "", ["assignment_group"] = SupportGroups.SysId("Service Desk"), ["assigned_to"] = "", ["cmdb_ci"] = "",
            ["close_code"] = "", ["close_notes"] = "", ["comments"] = "", ["work_notes"] = "", ["resolved_at"] = "", ["resolved_by"] = "", ["hold_reason"] = "",
            ["correlation_id"] = "", ["correlation_display"] = "", ["contact_type"] = "", ["parent_incident"] = "", ["opened_by"] = tables.UserId(userName), ["opened_at"] = now, ["active"] = "true", ["sys_class_name"] = "incident",
            ["sys_created_on"] = now, ["sys_updated_on"] = now, ["sys_created_by"] = userName, ["sys_updated_by"] = userName, ["sys_mod_count"] = "0",
        };
        foreach (var field in fields.Where(static field => Writable.Contains(field.Key)))
            values[field.Key] = field.Value;
        var row = tables.Together(() =>
        {
            var added = tables.AddIncident(values);
            Enter(added.SysId, fields, userName);
            Tell("open", added.SysId, userName);
            return added;
        });
        sender.Send(webhook.Of(row, "insert"));
        return row;
    }

    /// <summary>Why a change would be refused (403); null when it would not.</summary>
    public static string? Refusal(ServiceNowRow before, IReadOnlyDictionary<string, string> fields, bool isAdministrator)
    {
        var state = fields.GetValueOrDefault("state", before["state"]);
        if (state == "6" && (After("close_code").Length == 0 || After("close_notes").Length == 0))
            return "Data Policy Exception: Resolution code is mandatory, Resolution notes is mandatory";
        if (state == "3" && After("hold_reason").Length == 0)
            return "Data Policy Exception: On hold reason is mandatory";
        if (state == "7" && before["state"] != "7" && !isAdministrator)
            return "Operation against file 'incident' was aborted by Business Rule 'Close needs itil_admin'. Business Rule Stack:Close needs itil_admin";
        return null;

        string After(string field) => fields.GetValueOrDefault(field, before[field]);
    }

    /// <summary>Changes an incident. A write that changes nothing is none: no count, no webhook.</summary>
    /// <returns>As it is then; null when there is none.</returns>
    public ServiceNowRow? Update(string sysId, IReadOnlyDictionary<string, string> fields, string userName)
    {
        var (after, isChanged) = tables.Together(() => Change(sysId, fields, userName));
        if (after is not null && isChanged)
            sender.Send(webhook.Of(after, "update"));
        return after;
    }

    private (ServiceNowRow? After, bool IsChanged) Change(string sysId, IReadOnlyDictionary<string, string> fields, string userName)
    {
        var (isChanged, isAssigned, isResolved) = (false, false, false);
        var after = tables.Update(ServiceNowTables.Incident, sysId, before =>
        {
            var changes = fields.Where(field => Writable.Contains(field.Key) && before[field.Key] != field.Value).ToDictionary(StringComparer.Ordinal);
            isChanged = changes.Count > 0 || JournalFields.Any(field => fields.GetValueOrDefault(field, "").Length > 0);
            if (!isChanged)
                return before;
            isAssigned = changes.ContainsKey("assignment_group");
            isResolved = changes.GetValueOrDefault("state") == "6";
            changes["sys_updated_on"] = tables.Now;
            changes["sys_updated_by"] = userName;
            changes["sys_mod_count"] = (int.Parse(before["sys_mod_count"], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
            if (changes.TryGetValue("state", out var state))
            {
                changes["incident_state"] = state;
                changes["resolved_at"] = state == "6" ? tables.Now : "";
                changes["resolved_by"] = state == "6" ? userName : "";
                changes["active"] = state is "7" or "8" ? "false" : "true";
            }

            return before.With(changes);
        });
        if (after is null || !isChanged)
            return (after, false);
        if (isAssigned)
            Tell("assign", sysId, userName);
        if (isResolved)
            Tell("resolve", sysId, userName);
        Enter(sysId, fields, userName);
        return (after, true);
    }

    private void Enter(string sysId, IReadOnlyDictionary<string, string> fields, string userName)
    {
        foreach (var element in JournalFields)
        {
            if (fields.GetValueOrDefault(element, "") is not { Length: > 0 } text)
                continue;
            tables.AddEntry(sysId, element, text, userName);
            Tell(element == "comments" ? "comment" : "note", sysId, userName);
        }
    }

    /// <summary>Effects of the integration account are written down, so that a test sees one that happened twice.</summary>
    private void Tell(string operation, string sysId, string userName)
    {
        if (userName == SimulatedIntegration.ServiceNowUser)
            effects.Add("servicenow", operation, sysId, null);
    }
}
