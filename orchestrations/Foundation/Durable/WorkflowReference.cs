namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>A workflow by name, as engines see it: JSON in, JSON out.</summary>
/// <param name="Name">Stable, kebab-case; it is in histories.</param>
public abstract record WorkflowReference(string Name)
{
    /// <summary>Builds the workflow and runs it over <paramref name="context"/>.</summary>
    public abstract Task<string> RunAsync(WorkflowContext context, string inputJson);

    /// <summary>In whose name an instance with that input works (<see cref="WorkShare"/>); null when the workflow does not say.</summary>
    public abstract string? ShareOf(string inputJson);
}
