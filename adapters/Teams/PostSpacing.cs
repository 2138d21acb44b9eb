namespace HelpDesk.Adapters.Teams;

/// <summary>Keeps posts apart: above about four a second Teams refuses (contract: chat, 1.2).</summary>
internal sealed class PostSpacing(TimeProvider time) : IDisposable
{
    /// <summary>Least time between two posts.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Posts when it may go out; callers wait in line, and the gap begins when the answer is there.</summary>
    public async Task PostAsync(Func<Task> post, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var wait = _next - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellation);
            await post();
        }
        finally
        {
            _next = time.GetUtcNow() + Gap;
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();
}
