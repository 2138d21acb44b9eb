using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>Gives an issue to a group in the way the site does that (<see cref="JiraOptions.Assignment"/>).</summary>
internal sealed class JiraGroups(JiraApi api, IOptionsMonitor<JiraOptions> options)
{
    /// <summary>Field of an issue that tells its group.</summary>
    public string Field => options.CurrentValue.Assignment == JiraAssignment.Assignee ? "assignee" : options.CurrentValue.GroupField!;

    /// <summary>Name of the group an issue lies with; null when it lies with none, or with one that is not in the settings.</summary>
    public string? Of(JsonElement fields)
    {
        if (fields.Member(Field) is not { } value)
            return null;
        var now = options.CurrentValue;
        return now.Assignment switch
        {
            JiraAssignment.SelectField => value.TextOrNull("value"),
            JiraAssignment.GroupField => value.TextOrNull("name"),
            JiraAssignment.TeamField => NameOf(now, value.ValueKind == JsonValueKind.String ? value.GetString() : value.TextOrNull("id")),
            _ => NameOf(now, value.TextOrNull("accountId")),
        };
    }

    /// <summary>True when the assignee stands for a group here, not for a person.</summary>
    public bool IsGroup(string? accountId) =>
        options.CurrentValue.Assignment == JiraAssignment.Assignee && accountId is not null && options.CurrentValue.GroupIds.Values.Contains(accountId, StringComparer.Ordinal);

    /// <summary>Gives it.</summary>
    /// <exception cref="VendorException"><c>unknown-group</c> when the settings have no id for it; <c>404</c>.</exception>
    public async Task AssignAsync(string issue, string group, CancellationToken cancellation)
    {
        var now = options.CurrentValue;
        var answer = now.Assignment switch
        {
            JiraAssignment.Assignee => await api.WriteAsync(HttpMethod.Put, $"rest/api/3/issue/{issue}/assignee", new { accountId = IdOf(now, group) }, cancellation),
            JiraAssignment.TeamField => await EditAsync(issue, IdOf(now, group), cancellation),
            JiraAssignment.GroupField => await EditAsync(issue, new { name = group }, cancellation),
            _ => await EditAsync(issue, new { value = group }, cancellation),
        };
        _ = answer ?? throw new VendorException(JiraApi.System, "404", $"Jira has no issue {issue}, or hides it from the integration account.", isRetryable: false);
    }

    private static string? NameOf(JiraOptions now, string? id) =>
        id is null ? null : now.GroupIds.FirstOrDefault(pair => pair.Value == id).Key;

    private static string IdOf(JiraOptions now, string group) => now.GroupIds.TryGetValue(group, out var id)
        ? id
        : throw new VendorException(JiraApi.System, "unknown-group", $"Jira:GroupIds has no id for the group '{OutgoingText.Clean(group, 80)}'.", isRetryable: false);

    private async Task<JsonElement?> EditAsync(string issue, object value, CancellationToken cancellation)
    {
        try
        {
            var fields = new Dictionary<string, object>(StringComparer.Ordinal) { [Field] = value };
            return await api.WriteAsync(HttpMethod.Put, $"rest/api/3/issue/{issue}", new { fields }, cancellation);
        }
        catch (VendorException fault) when (fault.Code == "400")
        {
            throw new VendorException(JiraApi.System, "unknown-group", $"Jira did not take the group: {Field} (Jira:GroupField) must be on the edit screen and know this group, and Jira:Assignment ({options.CurrentValue.Assignment}) must be its kind. {fault.Message}", isRetryable: false, inner: fault);
        }
    }
}
