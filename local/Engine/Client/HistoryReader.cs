using System.Text.Json.Nodes;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Hosting;

namespace HelpDesk.Local.Engine.Client;

/// <inheritdoc cref="IHistoryReader"/>
internal sealed class HistoryReader(EmbeddedEngine engine) : IHistoryReader
{
    public Task<HistoryFile?> ReadAsync(string instanceId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (engine.Runtime.Readers.Read(r => r.Load(instanceId)) is not var (instance, history))
            return Task.FromResult<HistoryFile?>(null);
        var head = instance.Start;
        return Task.FromResult<HistoryFile?>(new HistoryFile(
            head.Workflow, head.Id, head.Generation, head.FirstStep, JsonNode.Parse(head.Input), [.. history.Select(HistoryLine.Of)]));
    }
}
