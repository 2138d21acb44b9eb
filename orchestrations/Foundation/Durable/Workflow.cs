namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>A workflow: plain async code over a <see cref="WorkflowContext"/>. Has no fields, no services and awaits nothing else.</summary>
public abstract class Workflow<TIn, TOut>
{
    /// <summary>Runs from the top on every replay.</summary>
    public abstract Task<TOut> RunAsync(WorkflowContext context, TIn input);

    /// <summary>Makes the reference by which <typeparamref name="TWorkflow"/> is started. The name is in histories: never change it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="share">Says from the input in whose name an instance works (<see cref="WorkShare"/>). Default: it does not say.</param>
    protected static WorkflowReference<TIn, TOut> Named<TWorkflow>(string name, Func<TIn, string?>? share = null)
        where TWorkflow : Workflow<TIn, TOut>, new() => new(name, static () => new TWorkflow(), share);
}
