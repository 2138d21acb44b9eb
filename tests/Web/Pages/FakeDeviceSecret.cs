using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>What opens a device; counts how often it was read.</summary>
public sealed class FakeDeviceSecret(SecretKind kind) : ISecretSource
{
    public const string Password = "Kp4-wall-lamp-77";
    public const string Key = "123456-231453-109560-213546-654676-165781-123453-324566";

    public SecretKind Kind => kind;

    public int Read { get; private set; }

    public Task<HandedSecret> GetAsync(SecretRequest request, CancellationToken cancellation)
    {
        if (request.TargetId != FakeDirectory.Laptop)
            throw new VendorException("graph", "not-theirs", "It is another device.", isRetryable: false);
        Read++;
        IReadOnlyList<SecretPart> parts = kind switch
        {
            SecretKind.BitLockerKey => [new("System disk, key id 5A3B-9F", Key), new("Data disk, key id 77C0-01", Key.Replace('1', '9'))],
            SecretKind.LocalAdminPassword => [new("Account: Administrator", Password)],
            _ => [new(null, "481516")],
        };
        return Task.FromResult(new HandedSecret($"{kind}-1", parts, null, "request-2"));
    }

    public Task<int> WithdrawSinceAsync(SecretRequest request, DateTimeOffset since, CancellationToken cancellation) => Task.FromResult(0);
}
