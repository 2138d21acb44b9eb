using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceBus;

/// <summary>Checks <see cref="ServiceBusOptions"/> at start, all faults in one report.</summary>
internal sealed class ServiceBusOptionsValidator : IValidateOptions<ServiceBusOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceBusOptions options)
    {
        var faults = new List<string>();
        if (options.Messages is null)
            faults.Add("ServiceBus:FullyQualifiedNamespace must be the host name of the namespace, such as NAME.servicebus.windows.net.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromSeconds(100))
            faults.Add("ServiceBus:Timeout must be 1 to 100 seconds.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
