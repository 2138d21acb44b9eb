using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>Runs one step of a plan, by the <see cref="EffectProtocol"/>.</summary>
public sealed class ExecuteStep(EffectProtocol protocol, StepIntents intents, ActivityResults results, TimeProvider time) : Activity<StepInput, StepReport>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<StepInput, StepReport> Reference = Named<ExecuteStep>("execute-step");

    /// <summary>What the case does while the target system waits for its second administrator.</summary>
    internal const string WaitsForMultiAdminApproval = "Waiting for Multi Admin Approval in Intune";

    /// <inheritdoc />
    public override Task<StepReport> RunAsync(ActivityContext context, StepInput input) => protocol.RunAsync(new ForwardEffect(context, input, intents, results, time));
}
