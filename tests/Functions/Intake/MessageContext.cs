using Microsoft.Azure.Functions.Worker;

namespace HelpDesk.Functions.Tests.Intake;

/// <summary>What a function knows about the message that started it.</summary>
internal sealed class MessageContext(params (string Name, object? Value)[] bindingData) : FunctionContext
{
    public override string InvocationId => "invocation-1";

    public override string FunctionId => "tickets";

    public override TraceContext TraceContext => throw new NotSupportedException();

    public override BindingContext BindingContext { get; } = new Data(bindingData.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));

    public override RetryContext RetryContext => throw new NotSupportedException();

    public override IServiceProvider InstanceServices { get; set; } = null!;

    public override FunctionDefinition FunctionDefinition => throw new NotSupportedException();

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features => throw new NotSupportedException();

    private sealed class Data(IReadOnlyDictionary<string, object?> values) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => values;
    }
}
