using System.Globalization;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Approvals;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>The notices of approvals, as far as approvers can read them: beyond the cards of an hour a digest says how many wait.</summary>
public sealed class LimitedApprovalNotices(ApprovalNotices notices, CardLimits limits, ApprovalStore approvals, IOptions<HelpDeskOptions> options) : INoticeSource
{
    /// <inheritdoc />
    public bool Builds(NoticeKind kind) => notices.Builds(kind);

    /// <inheritdoc />
    public async Task<Notice?> BuildAsync(NoticeReference notice, CancellationToken cancellation)
    {
        if (await notices.BuildAsync(notice, cancellation) is not { } card)
            return null;
        return await limits.OfAsync($"{notice.Kind}|{notice.SubjectId}", cancellation) switch
        {
            CardKind.Own => card,
            CardKind.Digest => await DigestAsync(card, cancellation),
            _ => null,
        };
    }

    private async Task<Notice> DigestAsync(Notice card, CancellationToken cancellation)
    {
        var waiting = await approvals.ListOpenAsync(cancellation).CountAsync(cancellation);
        return card with
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"{waiting} approvals are waiting"),
            Facts = [new("Why this card", "More approvals came in this hour than single cards are posted for. Open the list.")],
            Url = options.Value.Page("approvals"),
            UsefulUntil = null,
            Warning = null,
            Decision = card.Decision is { } decision ? decision with { IsDigest = true } : null,
        };
    }
}
