using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>
/// Chooses how an issue is resolved: the configured transition, or one whose target status means solved. One that cancels, rejects or
/// declines has the same category "done" and is never chosen by itself.
/// </summary>
internal sealed class JiraTransitions(JiraApi api, IOptionsMonitor<JiraOptions> options)
{
    private const string Done = "done";
    private const int ByWords = 1_000;

    /// <summary>True when a status of this name is closed without being solved, as far as settings and words tell.</summary>
    public bool IsClosed(string status)
    {
        var now = options.CurrentValue;
        return now.ClosedStatuses.Count > 0
            ? now.ClosedStatuses.Contains(status, StringComparer.OrdinalIgnoreCase)
            : !now.SolvedStatuses.Contains(status, StringComparer.OrdinalIgnoreCase) && (StatusWords.IsClosed(status) || StatusWords.IsNotSolved(status));
    }

    /// <summary>The body of the request that resolves an issue.</summary>
    /// <exception cref="VendorException"><c>no-transition</c> or <c>no-resolution</c>: names the setting, or the field that is in the way.</exception>
    public async Task<object> ChooseAsync(string issue, CancellationToken cancellation)
    {
        var offered = (await api.GetAsync($"rest/api/3/issue/{issue}/transitions?expand=transitions.fields", cancellation))?.Items("transitions")
            .Where(static transition => transition.Member("isAvailable") is not { ValueKind: JsonValueKind.False }).ToList() ?? [];
        var candidates = Candidates(offered);
        var at = candidates.FindIndex(static transition => NeededField(transition) is null);
        if (at < 0)
            throw NoTransition(offered, candidates);
        var body = new Dictionary<string, object>(StringComparer.Ordinal) { ["transition"] = new { id = candidates[at].Text("id") } };
        // A field that is not on the transition's screen is refused with 400.
        if (candidates[at].Member("fields")?.Member("resolution") is { } field)
            body["fields"] = new { resolution = new { name = ResolutionOf(field) } };
        return body;
    }

    /// <summary>The body of the request that opens a resolved issue again: the first transition to a status that is not done, and asks for no field.</summary>
    /// <exception cref="VendorException"><c>not-reopened</c>: the workflow offers none.</exception>
    public async Task<object> ChooseReopeningAsync(string issue, CancellationToken cancellation)
    {
        var offered = (await api.GetAsync($"rest/api/3/issue/{issue}/transitions?expand=transitions.fields", cancellation))?.Items("transitions") ?? [];
        var found = offered.FirstOrDefault(static transition => transition.Member("isAvailable") is not { ValueKind: JsonValueKind.False }
            && transition.Member("to")?.Member("statusCategory")?.Text("key") is { } category && category != Done && NeededField(transition) is null);
        return found.ValueKind == JsonValueKind.Object
            ? new { transition = new { id = found.Text("id") } }
            : throw new VendorException(JiraApi.System, "not-reopened", "Jira offers the integration account no transition that opens this issue again: add one to the workflow (permission Transition issues), or open it by hand.", isRetryable: false);
    }

    private List<JsonElement> Candidates(List<JsonElement> offered)
    {
        var now = options.CurrentValue;
        if (!string.IsNullOrWhiteSpace(now.ResolveTransition))
            return [.. offered.Where(transition => transition.Text("id") == now.ResolveTransition || string.Equals(transition.Text("name"), now.ResolveTransition, StringComparison.OrdinalIgnoreCase))];
        return [.. offered.Where(static transition => transition.Member("to")?.Member("statusCategory")?.Text("key") == Done)
            .Select(transition => (Transition: transition, Rank: Rank(transition, now)))
            .Where(static one => one.Rank is not null).OrderBy(static one => one.Rank).Select(static one => one.Transition)];
    }

    // The status says more than the transition's name: "Close as done" may lead to "Rejected".
    private static int? Rank(JsonElement transition, JiraOptions now)
    {
        var (name, status) = (transition.Text("name"), transition.Member("to")?.Text("name") ?? "");
        if (now.SolvedStatuses.Count > 0)
        {
            var at = now.SolvedStatuses.ToList().FindIndex(solved => string.Equals(solved, status, StringComparison.OrdinalIgnoreCase));
            return at < 0 ? null : at;
        }

        if (StatusWords.IsNotSolved(status) || StatusWords.IsNotSolved(name))
            return null;
        if (StatusWords.IsSolved(status))
            return ByWords;
        return StatusWords.IsSolved(name) ? ByWords + 1 : StatusWords.IsClosed(status) ? ByWords + 3 : ByWords + 2;
    }

    // The screen may ask for what only a person can say.
    private static string? NeededField(JsonElement transition) =>
        transition.Member("fields") is { ValueKind: JsonValueKind.Object } fields
            ? fields.EnumerateObject()
                .Where(static field => field.Name != "resolution" && field.Value.Member("required") is { ValueKind: JsonValueKind.True } && field.Value.Member("hasDefaultValue") is not { ValueKind: JsonValueKind.True })
                .Select(static field => field.Name).FirstOrDefault()
            : null;

    private string ResolutionOf(JsonElement field)
    {
        var wanted = options.CurrentValue.Resolution;
        string[] offered = [.. field.Items("allowedValues").Select(static value => value.Text("name")).Where(static name => name.Length > 0)];
        if (offered.Length == 0 || offered.Contains(wanted, StringComparer.OrdinalIgnoreCase))
            return wanted;
        return offered.FirstOrDefault(StatusWords.IsSolved)
            ?? throw new VendorException(JiraApi.System, "no-resolution", $"Jira offers no resolution that means solved, and not '{OutgoingText.Clean(wanted, 60)}': set Jira:Resolution to one of the site.", isRetryable: false);
    }

    private static VendorException NoTransition(List<JsonElement> offered, List<JsonElement> candidates)
    {
        var why = candidates.Count > 0 ? $"its screen demands the field {OutgoingText.Clean(NeededField(candidates[0]) ?? "", 60)}: make it optional for the integration account"
            : offered.Count == 0 ? "it offers none at all: give the integration account the permission Transition issues"
            : "set Jira:ResolveTransition, or Jira:SolvedStatuses, to one of the workflow";
        return new VendorException(JiraApi.System, "no-transition", $"Jira offers no transition that resolves this issue; {why} (Jira:ResolveTransition, permission Transition issues).", isRetryable: false);
    }
}
