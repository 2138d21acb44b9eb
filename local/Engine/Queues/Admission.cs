namespace HelpDesk.Local.Engine.Queues;

/// <summary>Back-pressure: a start or event enters only while fewer than the limit are on their way.</summary>
internal sealed class Admission(int limit) : IDisposable
{
    private readonly SemaphoreSlim _free = new(limit, limit);

    public int Taken => limit - _free.CurrentCount;

    public Task EnterAsync(CancellationToken cancellation) => _free.WaitAsync(cancellation);

    public void Release() => _free.Release();

    public void Dispose() => _free.Dispose();
}
