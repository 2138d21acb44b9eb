namespace HelpDesk.Adapters.Graph;

/// <summary>The identities that work on Graph, by what each could spoil. In Azure each is one managed identity with only its own roles.</summary>
public enum GraphIdentity
{
    /// <summary>Reads. Has no role that writes. Setting <c>Graph:ClientId</c>.</summary>
    Read,

    /// <summary>Accounts, sessions, groups and licences. Setting <c>Graph:Identities:IdentityWrites</c>.</summary>
    IdentityWrites,

    /// <summary>Sign-in methods and passes: who has it can become anybody. Setting <c>Graph:Identities:CredentialWrites</c>.</summary>
    CredentialWrites,

    /// <summary>Intune's device actions: who has it can wipe everything. Setting <c>Graph:Identities:DeviceActions</c>.</summary>
    DeviceActions,
}
