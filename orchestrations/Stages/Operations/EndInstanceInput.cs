namespace HelpDesk.Orchestrations.Stages.Operations;

/// <summary>What <see cref="EndInstance"/> takes.</summary>
/// <param name="InstanceId">The workflow to end.</param>
/// <param name="By">Who wants it: <c>person:objectId</c>.</param>
/// <param name="Reason">Why, one sentence.</param>
public sealed record EndInstanceInput(string InstanceId, string By, string Reason);
