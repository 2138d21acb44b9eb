using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using HelpDesk.Orchestrations.Foundation.Records;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.TableStorage;

/// <summary>Registers the record store in Azure Table Storage.</summary>
public static class TableStorageRegistration
{
    /// <summary>
    /// Adds <see cref="IRecordStore"/> over Azure Table Storage. Signs in with the registered <see cref="TokenCredential"/>, or the
    /// default one of the machine.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The root of the settings; reads the section <c>TableStorage</c>.</param>
    public static IServiceCollection AddTableStorageRecords(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<TableStorageOptions>().Configure(settings.GetSection(TableStorageOptions.Section).Bind).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TableStorageOptions>, TableStorageOptionsValidator>());
        services.TryAddSingleton(provider => new TableRecordStore(Connect(
            provider.GetRequiredService<IOptions<TableStorageOptions>>().Value, () => provider.GetService<TokenCredential>() ?? new DefaultAzureCredential())));
        services.TryAddSingleton<IRecordStore>(provider => provider.GetRequiredService<TableRecordStore>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TableStorageStart>());
        return services;
    }

    private static TableServiceClient Connect(TableStorageOptions options, Func<TokenCredential> credential)
    {
        var client = new TableClientOptions
        {
            Retry =
            {
                MaxRetries = options.MaxRetries,
                Mode = RetryMode.Exponential,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(2),
                NetworkTimeout = options.AttemptTimeout,
            },
            // Keys hold case ids; bodies hold ticket text. Neither belongs into a log.
            Diagnostics = { IsLoggingContentEnabled = false, IsTelemetryEnabled = false },
        };
        return options.ServiceUri is { } address
            ? new TableServiceClient(address, credential(), client)
            : new TableServiceClient(options.ConnectionString, client);
    }
}
