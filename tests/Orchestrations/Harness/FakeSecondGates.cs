using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Execution.SecondGates;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>Says of a second gate what a test wants, and counts the looks.</summary>
public sealed class FakeSecondGates : ISecondGates
{
    public SecondGateState State { get; set; } = SecondGateState.Waiting;

    public VendorException? Fault { get; set; }

    public int Looks { get; private set; }

    public Task<SecondGateLook> LookAsync(string code, CancellationToken cancellation)
    {
        Looks++;
        return Fault is { } fault ? throw fault : Task.FromResult(new SecondGateLook(State, $"Request {code} is {State}."));
    }
}
