using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>A channel that keeps the notices; it can be down, and it can hang.</summary>
public sealed class FakeChannel(string id = "teams") : INoticeChannel
{
    private readonly Lock _lock = new();
    private readonly List<(Notice Notice, string Key)> _posts = [];
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _attempts;

    public string Id => id;

    public string Name => id;

    public ChannelLimits Limits { get; set; } = new(2, TimeSpan.Zero, TimeSpan.FromSeconds(15), ChannelLimits.PatientRetry);

    public IReadOnlyList<Notice> Cards
    {
        get
        {
            lock (_lock)
                return [.. _posts.Select(post => post.Notice)];
        }
    }

    public IReadOnlyList<string> Keys
    {
        get
        {
            lock (_lock)
                return [.. _posts.Select(post => post.Key)];
        }
    }

    public bool IsDown { get; set; }

    /// <summary>True when a post is never answered, not even when it is cancelled, until <see cref="Release"/>.</summary>
    public bool Hangs { get; set; }

    /// <summary>What it answers while it is down.</summary>
    public VendorException Error { get; set; } = new("teams", "503", "It is down.", isRetryable: true);

    /// <summary>Called when a post has arrived, before it is answered.</summary>
    public Action OnPost { get; set; } = static () => { };

    /// <summary>Posts that were begun.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>How often it was given up.</summary>
    public int GivenUp { get; private set; }

    public async Task PostAsync(Notice notice, string key, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _attempts);
        if (Hangs)
            await _released.Task;
        if (IsDown)
            throw Error;
        lock (_lock)
            _posts.Add((notice, key));
        OnPost();
    }

    public void GaveUp() => GivenUp++;

    public void Release() => _released.TrySetResult();
}
