using HelpDesk.Orchestrations.Domain.Notifications;

namespace HelpDesk.Orchestrations.Tests.Notices.Pager;

/// <summary>A made-up second channel: this folder and one line of a host are all that it takes.</summary>
public sealed class PagerChannel : INoticeChannel
{
    private readonly List<Notice> _beeps = [];

    public string Id => "pager";

    public string Name => "Pager";

    public ChannelLimits Limits { get; } = new(PostsAtOnce: 1, TimeSpan.Zero, TimeSpan.FromSeconds(5), ChannelLimits.PatientRetry);

    public IReadOnlyList<Notice> Beeps => _beeps;

    public Task PostAsync(Notice notice, string key, CancellationToken cancellation)
    {
        _beeps.Add(notice);
        return Task.CompletedTask;
    }

    public void GaveUp()
    {
    }
}
