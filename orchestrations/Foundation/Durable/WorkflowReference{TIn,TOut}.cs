namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>A workflow by name, typed: what starts it and calls it as a child.</summary>
/// <param name="Name">Stable, kebab-case; it is in histories.</param>
/// <param name="Create">Makes the workflow object; a new one for every replay.</param>
/// <param name="Share">Says from the input in whose name an instance works (<see cref="WorkShare"/>); null = it does not say.</param>
public sealed record WorkflowReference<TIn, TOut>(string Name, Func<Workflow<TIn, TOut>> Create, Func<TIn, string?>? Share = null) : WorkflowReference(Name)
{
    /// <inheritdoc />
    public override async Task<string> RunAsync(WorkflowContext context, string inputJson) =>
        DurableJson.Write(await Create().RunAsync(context, DurableJson.Read<TIn>(inputJson)));

    /// <inheritdoc />
    public override string? ShareOf(string inputJson) => Share?.Invoke(DurableJson.Read<TIn>(inputJson)) is { Length: > 0 and <= WorkShare.Longest } share ? share : null;
}
