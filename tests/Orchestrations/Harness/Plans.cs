using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>Plans about the requester's own account.</summary>
public static class Plans
{
    public static Plan Of(string caseId, params string[] remediations) => new()
    {
        CaseId = new CaseId(caseId),
        RunbookId = "account-compromised",
        RunbookHash = "hash",
        Intent = "identity.compromised",
        RequesterId = new PersonId(House.Requester),
        SubjectId = new PersonId(House.Requester),
        Steps = [.. remediations.Select((id, at) => new PlanStep(
            $"s{at + 1}", id, TargetKind.User, new TargetId(House.Requester), "Rita Requester", new SortedDictionary<string, string>(StringComparer.Ordinal), """{"done":false,"form":"scripted/1"}""", "It is not done", "It is not done again."))],
    };
}
