using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceBus;

/// <summary>Checks <see cref="ServiceBusOptions"/> at start, all errors in one report.</summary>
internal sealed class ServiceBusOptionsValidator : IValidateOptions<ServiceBusOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceBusOptions options)
    {
        var errors = new List<string>();
        if (options.Emulator is null && !options.IsNamespaceValid)
            errors.Add("ServiceBus:FullyQualifiedNamespace must be the host name of the namespace, such as NAME.servicebus.windows.net.");
        if (options.Emulator is not null && !options.IsEmulatorValid)
            errors.Add("The setting ServiceBus may only be the connection string of an emulator on this machine, with UseDevelopmentEmulator=true. For a real namespace remove it and set ServiceBus:FullyQualifiedNamespace.");
        if (options.Emulator is not null && options.FullyQualifiedNamespace.Length > 0)
            errors.Add("ServiceBus is a connection string and ServiceBus:FullyQualifiedNamespace is set too: remove one of them, they name two queues.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromSeconds(100))
            errors.Add("ServiceBus:Timeout must be 1 to 100 seconds.");
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
