using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Builds the notice that points entitled people to the page where a secret is collected.</summary>
public sealed class HandOverNotices(HandOverRecords records, CaseStore caseStore, IDirectory directory, PolicySet policy, IOptions<HelpDeskOptions> options) : INoticeSource
{
    /// <inheritdoc />
    public bool Builds(NoticeKind kind) => kind == NoticeKind.HandOver;

    /// <inheritdoc />
    public async Task<Notice?> BuildAsync(NoticeReference notice, CancellationToken cancellation)
    {
        if (await records.FindAsync(notice.SubjectId, cancellation) is not { State: HandOverState.Open } handOver)
            return null;
        var manager = handOver.Kind != SecretKind.TemporaryPass ? null : await directory.GetManagerAsync(handOver.SubjectId, cancellation);
        var group = policy.Approvers.GetValueOrDefault(options.Value.HandOverGroup)?.Title ?? options.Value.HandOverGroup;
        var record = await caseStore.FindAsync(notice.CaseId, cancellation);
        return new Notice(
            NoticeKind.HandOver,
            $"A {SecretLabels.NameOf(handOver.Kind)} can be collected",
            Facts(handOver, record?.Ticket.Number ?? notice.CaseId, manager is null ? group : $"{manager.DisplayName} or {group}"),
            manager?.DisplayName ?? group,
            options.Value.Page($"hand-overs/{Uri.EscapeDataString(handOver.HandOverId)}"),
            handOver.ExpiresAt);
    }

    private static List<KeyValuePair<string, string>> Facts(HandOver handOver, string ticket, string who)
    {
        var facts = new List<KeyValuePair<string, string>> { new("Ticket", ticket), new("For", handOver.SubjectName) };
        if (handOver.TargetName is { Length: > 0 } device)
            facts.Add(new("Device", device));
        facts.Add(new("Who may", who));
        return facts;
    }
}
