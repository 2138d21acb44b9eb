namespace HelpDesk.Orchestrations.Domain.Notifications;

/// <summary>Builds the notices of one stage at the moment they are posted, so that no history holds their text.</summary>
public interface INoticeSource
{
    /// <summary>True when notices of that kind are built here.</summary>
    bool Builds(NoticeKind kind);

    /// <summary>The notice as it is to be posted now; null when it is not needed any more.</summary>
    Task<Notice?> BuildAsync(NoticeReference notice, CancellationToken cancellation);
}
