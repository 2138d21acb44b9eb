using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Contract;

/// <summary>A durable engine under the contract: what runs workflows may be stopped and started, what they are stays.</summary>
public interface IContractEngine : IAsyncDisposable
{
    /// <summary>The engine's client; usable while it runs.</summary>
    IWorkflowClient Client { get; }

    /// <summary>Starts what runs workflows and activities.</summary>
    Task StartAsync();

    /// <summary>Stops it, as a deployment does.</summary>
    Task StopAsync();
}
