using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>What a notice says of an approval, line by line: enough to know whether to open the page now. The page says the rest.</summary>
public sealed class ApprovalNoticeFacts(CaseStore caseStore, RemediationCatalogue catalogue, IDirectory directory, PolicySet policy)
{
    /// <summary>Heads the requester's own words wherever they are shown.</summary>
    public const string UnverifiedWords = "Not verified, the requester wrote";

    private const int MostWords = 350;

    /// <summary>The lines.</summary>
    /// <param name="approval">The approval.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="ticket">The ticket behind it; null when there is none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> OfAsync(ApprovalRequest approval, Plan plan, TicketSnapshot? ticket, CancellationToken cancellation)
    {
        var record = await caseStore.FindAsync(approval.CaseId, cancellation);
        List<KeyValuePair<string, string>> lines =
        [
            new("Ticket", record?.Ticket.Number ?? approval.CaseId),
            new("Asked by", record?.RequesterName ?? approval.RequesterId),
            new("Opened by", record?.OpenedBy ?? "not known to the ticket system"),
            new("Channel", record?.Channel ?? "unknown channel"),
            .. plan.Steps.Select((step, at) => new KeyValuePair<string, string>(
                string.Create(CultureInfo.InvariantCulture, $"Step {at + 1}"), $"{catalogue.Describe(step.Remediation)?.Title ?? step.Remediation}: {step.TargetName}{Off(step)}")),
            new("Why you are asked", approval.Verdict.Why),
        ];
        if (record?.Tone is { IsPressing: true, Words: { } words })
            lines.Insert(0, new("Priority", $"the requester sounds {words}"));
        if (ticket is not null)
            lines.Add(new(UnverifiedWords, $"“{Cut($"{ticket.Title}. {ticket.Text}")}”"));
        return lines;
    }

    /// <summary>Who is asked, by name: a group, and the person's manager where they may decide.</summary>
    /// <param name="approval">The approval.</param>
    /// <param name="group">Name of the group in policy.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<string> AudienceAsync(ApprovalRequest approval, string group, CancellationToken cancellation)
    {
        var title = policy.Approvers.GetValueOrDefault(group)?.Title ?? group;
        return approval.Requirement.AsksManager && await directory.GetManagerAsync(approval.SubjectId, cancellation) is { } manager
            ? $"{DisplayText.Of(manager.DisplayName, "the manager")}, {title}"
            : title;
    }

    // Switched off after it was planned: approved or not, it will not be done.
    private string Off(PlanStep step) => catalogue.FindOff(step.Remediation) is { } off ? $" (switched off, will not be done: {off.Why})" : "";

    private static string Cut(string text) => text.Length <= MostWords ? text : $"{text[..(char.IsHighSurrogate(text[MostWords - 1]) ? MostWords - 1 : MostWords)]}…";
}
