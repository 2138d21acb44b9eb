namespace HelpDesk.Simulator.Tests.Graph;

/// <summary>A good call of an operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Path">Path with real ids.</param>
/// <param name="Body">Body, or null.</param>
internal sealed record OperationCall(string Operation, string Path, object? Body = null)
{
    public string Method => Operation[..Operation.IndexOf(' ', StringComparison.Ordinal)];

    public string Template => Operation[(Operation.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
