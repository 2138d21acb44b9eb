using HelpDesk.Orchestrations.Domain.Notifications;

namespace HelpDesk.Orchestrations.Tests.Notices;

/// <summary>Builds a notice of every kind, until it is not needed any more.</summary>
public sealed class FixedSource : INoticeSource
{
    public Notice? Notice { get; set; } = new(
        NoticeKind.Request, "Approval needed", [], "Security", new Uri("https://helpdesk.example.com/approvals/1"), new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));

    public bool Builds(NoticeKind kind) => true;

    public Task<Notice?> BuildAsync(NoticeReference notice, CancellationToken cancellation) => Task.FromResult(Notice);
}
