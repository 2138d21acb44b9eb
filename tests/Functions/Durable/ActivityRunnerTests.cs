using HelpDesk.Contract;
using HelpDesk.Functions.Durable;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Functions.Tests.Durable;

public sealed class ActivityRunnerTests : IDisposable
{
    private readonly ContractWorld _world = new();
    private readonly ServiceProvider _services;

    public ActivityRunnerTests() => _services = new ServiceCollection().AddSingleton(_world).AddActivity(Probe.Reference).BuildServiceProvider();

    public static TheoryData<Exception, ActivityError> Faults => new()
    {
        { new VendorException("graph", "429", "Too many requests.", isRetryable: true, TimeSpan.FromSeconds(17)), new ActivityError("429", "graph: Too many requests.", true, TimeSpan.FromSeconds(17)) },
        { new VendorException("graph", "503", "Unavailable.", isRetryable: true), new ActivityError("503", "graph: Unavailable.", true, null) },
        { new VendorException("servicenow", "403", "Grant the role itil.", isRetryable: false), new ActivityError("403", "servicenow: Grant the role itil.", false, null) },
        { new StepFailedException("inner", "Gone", "It is gone.", isRetryable: true), new ActivityError("Gone", "inner: It is gone.", true, null) },
    };

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Run_Succeeds_GivesJsonAndTheStepsIdentity()
    {
        ActivityContext? seen = null;
        _world.Behaviour = (context, input) =>
        {
            seen = context;
            return Task.FromResult(input + "!");
        };

        var reply = await RunAsync();

        (reply.OutputJson, reply.Fault).ShouldBe(("\"x!\"", null));
        (seen!.InstanceId, seen.IdempotencyKey, seen.Attempt).ShouldBe(("t", "t/7", 3));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Fault_OfAnOutsideSystem_IsAValueWithAllThatARetryNeeds(Exception fault, ActivityError expected)
    {
        _world.Behaviour = (_, _) => throw fault;

        var reply = await RunAsync();

        (reply.OutputJson, reply.Fault).ShouldBe((null, expected));
    }

    [Fact]
    public async Task Defect_QuotingATicket_IsAValueWithoutItsMessage()
    {
        _world.Behaviour = (_, _) => throw new FormatException("cannot parse TAP-7391-secret");

        var fault = (await RunAsync()).Fault.ShouldNotBeNull();

        (fault.Code, fault.IsRetryable).ShouldBe(("FormatException", false));
        fault.Message.ShouldStartWith("FormatException in HelpDesk.Functions.Tests.Durable.ActivityRunnerTests");
        fault.Message.ShouldNotContain("TAP-7391");
    }

    [Fact]
    public async Task Result_TooLarge_IsAFaultThatIsNotRepeated()
    {
        _world.Behaviour = (_, _) => Task.FromResult(new string('x', Payload.MaxBytes));

        var fault = (await RunAsync()).Fault.ShouldNotBeNull();

        (fault.Code, fault.IsRetryable).ShouldBe(("PayloadTooLarge", false));
    }

    [Fact]
    public async Task Run_CancelledByTheHost_ThrowsSoThatItRunsAgain()
    {
        using var stopping = new CancellationTokenSource();
        _world.Behaviour = async (context, _) =>
        {
            await stopping.CancelAsync();
            context.Cancellation.ThrowIfCancellationRequested();
            return "";
        };

        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(stopping.Token));
    }

    [Fact]
    public async Task Run_CancelledByTheActivityItself_IsADefect()
    {
        _world.Behaviour = (_, _) => throw new TaskCanceledException("a timeout of its own");

        (await RunAsync()).Fault.ShouldNotBeNull().Code.ShouldBe("TaskCanceledException");
    }

    private Task<ActivityReply> RunAsync(CancellationToken cancellation = default) =>
        new ActivityRunner(_services.GetRequiredService<IServiceScopeFactory>(), new DurableClients())
            .RunAsync(Probe.Reference, new ActivityRequest("t", "t/7", 3, "\"x\""), client: null!, cancellation);
}
