namespace HelpDesk.Adapters.Teams;

/// <summary>Keeps posts apart: above about four a second Teams refuses (contract: chat, 1.2).</summary>
internal sealed class PostSpacing(TimeProvider time) : IDisposable
{
    /// <summary>Least time between two posts.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Returns when the next post may go out; callers wait in line.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var wait = _next - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellation);
            _next = time.GetUtcNow() + Gap;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();
}
