using HelpDesk.Functions.Durable;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Tests.Durable;

public sealed class StatusTextTests
{
    private static readonly StepFailure Refused = new("Forbidden", "probe: graph: Grant the permission.", IsRetryable: false);

    public static TheoryData<OrchestrationRuntimeStatus, WorkflowState> States => new()
    {
        { OrchestrationRuntimeStatus.Pending, WorkflowState.Pending },
        { OrchestrationRuntimeStatus.Running, WorkflowState.Running },
        { OrchestrationRuntimeStatus.Completed, WorkflowState.Completed },
        { OrchestrationRuntimeStatus.Failed, WorkflowState.Failed },
        { OrchestrationRuntimeStatus.Terminated, WorkflowState.Terminated },
        { OrchestrationRuntimeStatus.Suspended, WorkflowState.Suspended },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void State_OfDurable_IsThatOfThePortAndBack(OrchestrationRuntimeStatus durable, WorkflowState state)
    {
        StatusText.Of(Instance(durable)).State.ShouldBe(state);
        StatusText.StatesOf(state).ShouldBe([durable]);
        StatusText.StatesOf(null).ShouldBeNull();
    }

    [Fact]
    public void Failure_OfAWorkflow_IsItsOwnText() =>
        StatusText.Of(Instance(OrchestrationRuntimeStatus.Failed, Details(typeof(WorkflowFailedException).FullName!, Refused.ToJson())))
            .Failure.ShouldBe("probe: graph: Grant the permission.");

    [Fact]
    public void Failure_OfTheEngine_NamesItsType() =>
        StatusText.Of(Instance(OrchestrationRuntimeStatus.Failed, Details("DurableTask.Core.Exceptions.NonDeterministicOrchestrationException", "The code changed.")))
            .Failure.ShouldBe("NonDeterministicOrchestrationException: The code changed.");

    [Fact]
    public void Failure_WithoutDetailsOrSuspendedOrRunning_SaysWhatIsKnown()
    {
        StatusText.Of(Instance(OrchestrationRuntimeStatus.Failed)).Failure.ShouldBe("It failed.");
        StatusText.Of(Instance(OrchestrationRuntimeStatus.Terminated)).Failure.ShouldBe("It was ended.");
        StatusText.Of(Instance(OrchestrationRuntimeStatus.Suspended)).Failure.ShouldBe("It is suspended.");
        StatusText.Of(Instance(OrchestrationRuntimeStatus.Running)).Failure.ShouldBeNull();
    }

    [Fact]
    public void Thrown_AcrossTheBoundary_KeepsCodeMessageAndRetryability()
    {
        var failure = Refused with { IsRetryable = true };
        var thrown = new WorkflowFailedException(failure);

        // As the SDK writes it: the full name of the type, and the message.
        WorkflowFailedException.FailureIn(Details(thrown.GetType().ToString(), thrown.Message)).ShouldBe(failure);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("null")]
    public void Thrown_WithAnotherMessage_IsStillAFailure(string message) =>
        WorkflowFailedException.FailureIn(Details(typeof(WorkflowFailedException).FullName!, message)).Message.ShouldBe(message);

    private static OrchestrationMetadata Instance(OrchestrationRuntimeStatus status, TaskFailureDetails? failure = null) =>
        new("ticket", "t") { RuntimeStatus = status, FailureDetails = failure, DataConverter = Microsoft.DurableTask.Converters.JsonDataConverter.Default };

    private static TaskFailureDetails Details(string type, string message) => new(type, message, null, null, null);
}
