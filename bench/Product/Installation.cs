using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Simulator;

namespace HelpDesk.Bench.Product;

/// <summary>Two free addresses and a data folder for one product and its simulated tenant.</summary>
internal sealed class Installation(string folder)
{
    /// <summary>What the workflow of a ticket says while it waits for what its requester says.</summary>
    public const string WaitingForAnswer = "Waiting for an answer";

    /// <summary>Where the product listens.</summary>
    public Uri Product { get; } = FreePort.Url();

    /// <summary>Where the simulated tenant listens.</summary>
    public Uri Simulator { get; } = FreePort.Url();

    /// <summary>Answers 200 as soon as the product takes requests and its stores answer.</summary>
    public Uri Health => new(Product, "/api/health/ready");

    /// <summary>Starts the program with a command.</summary>
    public ChildProcess Start(params string[] command) => ChildProcess.Start(
        typeof(EngineOptions).Assembly.Location,
        [
            .. command,
            "--set", $"HelpDesk:Url={Product.GetLeftPart(UriPartial.Authority)}",
            "--set", $"HelpDesk:SimulatorUrl={Simulator.GetLeftPart(UriPartial.Authority)}",
            "--set", $"HelpDesk:DataDirectory={folder}",
        ]);

    /// <summary>Starts the simulated tenant as a process of its own; the product is then to be started with <c>HelpDesk:SimulatorRunsApart=true</c>.</summary>
    public ChildProcess StartSimulator() => ChildProcess.Start(
        typeof(SimulatorOptions).Assembly.Location,
        ["--Url", Simulator.GetLeftPart(UriPartial.Authority), "--Product", Product.AbsoluteUri]);

    /// <summary>What the engine wrote into the data folder.</summary>
    public EngineHistories Histories { get; } = new(folder);

    /// <summary>How many ticket workflows have finished, as the engine's database says.</summary>
    public long Finished() => Histories.Finished(TicketWorkflow.Reference.Name);

    /// <summary>Waits until so many ticket workflows have finished or wait for what their requester says to an answer.</summary>
    public async Task UntilFinishedAsync(long count, CancellationToken cancellation)
    {
        while (Finished() + Histories.WithStatus(TicketWorkflow.Reference.Name, WaitingForAnswer) < count)
            await Task.Delay(100, cancellation);
    }
}
