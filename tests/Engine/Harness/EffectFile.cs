namespace HelpDesk.Engine.Tests.Harness;

/// <summary>A file of effects, one idempotency key per line; each line is one write, so that a kill cuts none in two.</summary>
public sealed class EffectFile(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    private readonly Lock _entry = new();

    public void Note(string key)
    {
        lock (_entry)
            _file.Write(System.Text.Encoding.UTF8.GetBytes(key + "\n"));
    }

    public void Dispose() => _file.Dispose();
}
