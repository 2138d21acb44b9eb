using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>Builds the notice to the security team and to the manager that a person said "this was not me", or that one-time codes were guessed at.</summary>
public sealed class NotMeNotices(CaseStore caseStore, IDirectory directory, PolicySet policy, IOptions<HelpDeskOptions> options) : INoticeSource
{
    private const string Security = "security";
    private static readonly TimeSpan Useful = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public bool Builds(NoticeKind kind) => kind is NoticeKind.NotMe or NoticeKind.WrongCodes;

    /// <inheritdoc />
    public async Task<Notice?> BuildAsync(NoticeReference notice, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(notice.CaseId, cancellation) is not { } record)
            return null;
        var manager = record.RequesterId is { } id ? await directory.GetManagerAsync(id, cancellation) : null;
        var security = policy.Approvers.GetValueOrDefault(Security)?.Title ?? "the security team";
        return new Notice(
            notice.Kind,
            notice.Kind == NoticeKind.WrongCodes ? $"Wrong one-time codes for {DisplayText.Of(record.RequesterName, "a person")}" : $"{DisplayText.Of(record.RequesterName, "A person")} says: this was not me",
            [
                new("Ticket", record.Ticket.Number),
                new("Person", record.RequesterName ?? "unknown"),
                new("Manager", manager?.DisplayName ?? "none in the directory"),
                new("What is left to do", record.Reason ?? "See the case"),
            ],
            manager is null ? security : $"{security}, {DisplayText.Of(manager.DisplayName, "the manager")}",
            options.Value.Page($"cases/{Uri.EscapeDataString(record.CaseId)}"),
            record.OpenedAt + Useful)
        {
            Warning = "Someone may be using this person's name. Talk to them in person.",
        };
    }
}
