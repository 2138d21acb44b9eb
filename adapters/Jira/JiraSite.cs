using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>What the settings say of a site: its groups, the meaning of its statuses, its pages.</summary>
internal sealed class JiraSite(JiraGroups groups, JiraTransitions transitions, IOptionsMonitor<JiraOptions> options)
{
    private static readonly string[] OnHold = ["Waiting for customer", "Pending"];

    /// <summary>Field of an issue that tells its group.</summary>
    public string GroupField => groups.Field;

    /// <summary>Name of the group an issue lies with; null when with none.</summary>
    public string? GroupOf(JsonElement fields) => groups.Of(fields);

    /// <summary>Where a person opens an issue.</summary>
    public Uri PageOf(string key) => new(Endpoint.Base(options.CurrentValue.BrowseUrl ?? options.CurrentValue.SiteUrl), $"browse/{key}");

    /// <summary>Where a ticket with this status stands.</summary>
    public TicketState StateOf(string status, bool isDone)
    {
        if (isDone)
            return transitions.IsClosed(status) ? TicketState.Closed : TicketState.Resolved;
        var configured = options.CurrentValue.OnHoldStatuses;
        return (configured.Count > 0 ? configured : OnHold).Contains(status, StringComparer.OrdinalIgnoreCase) ? TicketState.OnHold : TicketState.Open;
    }
}
